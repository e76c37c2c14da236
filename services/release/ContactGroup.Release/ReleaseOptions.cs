namespace ContactGroup.Release;

/// <summary>What is released by. Section <c>Release</c>.</summary>
internal sealed class ReleaseOptions
{
    public const string Section = "Release";

    /// <summary>A policy document to use instead of the shipped one.</summary>
    /// <value>A path. Default: none, the shipped policy <c>humanitarian-space</c>.</value>
    public string? PolicyFile { get; set; }
}
