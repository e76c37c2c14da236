using System.ComponentModel.DataAnnotations;
using ContactGroup.Hosting.WebClient;
using Microsoft.Extensions.FileProviders;

namespace ContactGroup.Standalone;

/// <summary>What an operator chooses about the web client. Section <c>Web</c>.</summary>
internal sealed class WebClientOptions : IValidatableObject
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Web";

    /// <summary>File that the map is drawn on, in place of the one that ships: coastlines without borders, and the island of the exercise.</summary>
    /// <value>A path of a GeoJSON file as docs/operate/the-ground-of-the-map.md has it, at most 4 MB. Default: none, which serves the one that ships.</value>
    public string? Ground { get; set; }

    /// <summary>The bytes of the file that were looked at; null when there is none, and the one that ships is served.</summary>
    internal IFileInfo? GroundRead { get; private set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(Ground))
        {
            yield break;
        }

        (GroundRead, var fault) = GroundFile.Read(Ground);
        if (fault is not null)
        {
            yield return new ValidationResult(fault, [nameof(Ground)]);
        }
    }
}
