using System.ComponentModel.DataAnnotations;

namespace ContactGroup.Hosting.Ports;

/// <summary>Where the other services of a deployment answer internal calls. Section <c>Ports</c>. Not used when all run in one process.</summary>
public sealed class PortOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Ports";

    /// <summary>Address of <c>identity</c> inside the deployment.</summary>
    /// <value>An address such as <c>http://identity:8080</c>. Default: none.</value>
    public Uri? Identity { get; set; }

    /// <summary>Address of <c>channels</c> inside the deployment.</summary>
    /// <value>An address. Default: none.</value>
    public Uri? Channels { get; set; }

    /// <summary>Address of <c>release</c> inside the deployment.</summary>
    /// <value>An address. Default: none.</value>
    public Uri? Release { get; set; }

    /// <summary>Address under which the others reach this very process: each instance of <c>realtime</c> has its own.</summary>
    /// <value>An address. Default: none.</value>
    public Uri? Self { get; set; }

    /// <summary>How long an internal call may take before it counts as failed; what it asked for is then refused.</summary>
    /// <value>Seconds, 1 to 60. Default: 10.</value>
    [Range(1, 60)]
    public int TimeoutSeconds { get; set; } = 10;
}
