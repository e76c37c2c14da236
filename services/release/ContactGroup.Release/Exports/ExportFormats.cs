namespace ContactGroup.Release.Exports;

/// <summary>Every format of this version.</summary>
internal static class ExportFormats
{
    public static IReadOnlyList<IExportFormat> All { get; } =
        [new GeoJsonFormat(), new HtmlFormat(), new HxlFormat(), new KmlFormat(), new CapFormat(), new IcsFormat(), new CotFormat(), new TemplateFormat()];

    public static string Names => string.Join(", ", All.Select(format => format.Name));

    public static IExportFormat? Find(string? name) => All.FirstOrDefault(format => string.Equals(format.Name, name, StringComparison.Ordinal));
}
