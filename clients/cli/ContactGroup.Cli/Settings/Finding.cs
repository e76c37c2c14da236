using System.Text.Json.Serialization;

namespace ContactGroup.Cli.Settings;

/// <summary>One thing that was looked at.</summary>
/// <param name="What">What was looked at, e.g. a key.</param>
/// <param name="Found">What was found.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Exit">The exit code it calls for.</param>
internal sealed record Finding(FindingState State, string What, string Found, string? Remedy = null, [property: JsonIgnore] ExitCode Exit = ExitCode.Ok);

/// <summary>How good a finding is.</summary>
internal enum FindingState
{
    Good,
    Doubtful,
    Wrong,
}
