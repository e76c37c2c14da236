using System.ComponentModel.DataAnnotations;

namespace ContactGroup.Hosting.Telemetry;

/// <summary>Where measurements go. Section <c>Telemetry</c>.</summary>
public sealed class TelemetryOptions : IValidatableObject
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Telemetry";

    /// <summary>A collector that takes measurements as OTLP over HTTP. Measurements say how much and how long, never who and what.</summary>
    /// <value>An address such as <c>http://collector:4318</c>. Default: none, nothing is sent.</value>
    public Uri? Endpoint { get; set; }

    /// <summary>How often measurements are sent.</summary>
    /// <value>Seconds, 1 to 300. Default: 15.</value>
    [Range(1, 300)]
    public int IntervalSeconds { get; set; } = 15;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint is not null and not { IsAbsoluteUri: true, Scheme: "http" or "https" })
        {
            yield return new ValidationResult("It must be an address that begins with http:// or https://.", [nameof(Endpoint)]);
        }
    }
}
