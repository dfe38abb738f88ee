"""Reports of one period: a page of its own, a workbook, a document."""
