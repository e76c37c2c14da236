namespace ContactGroup.Standalone;

/// <summary>What an operator chooses about the web client. Section <c>Web</c>.</summary>
internal sealed class WebClientOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Web";

    /// <summary>File that the map is drawn on, in place of the one that ships: coastlines without borders, and the island of the exercise.</summary>
    /// <value>A path of a GeoJSON file as docs/operate/the-ground-of-the-map.md has it, at most 4 MB. Default: none, which serves the one that ships.</value>
    public string? Ground { get; set; }
}
