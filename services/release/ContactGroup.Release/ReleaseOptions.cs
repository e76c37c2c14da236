using System.ComponentModel.DataAnnotations;

namespace ContactGroup.Release;

/// <summary>What is released by. Section <c>Release</c>.</summary>
internal sealed class ReleaseOptions
{
    public const string Section = "Release";

    /// <summary>A policy document to use instead of the shipped one.</summary>
    /// <value>A path. Default: none, the shipped policy <c>humanitarian-space</c>.</value>
    public string? PolicyFile { get; set; }

    /// <summary>How long it is kept who was given which item, for the exposure reports of owners.</summary>
    /// <value>Days, 30 to 3,650. Default: 365.</value>
    [Range(30, 3_650)]
    public int ExposureDays { get; set; } = 365;
}
