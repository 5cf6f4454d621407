"""The figures of the reports once more, by pandas, from the cells of the workbooks."""
