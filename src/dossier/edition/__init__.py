"""From localized documents and templates to bundles. Pure: no disk, no clock; knows neither WeasyPrint nor EbookLib."""
