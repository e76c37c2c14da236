using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Channels.Domain;

/// <summary>What an author says about who may have a message and how carefully; null means the author did not say.</summary>
internal sealed record Label(string? Sensitivity, IReadOnlyList<string>? ReleaseTo, IReadOnlyList<string> Caveats, DateTimeOffset? ExpiresAt)
{
    /// <summary>Longest text of a message, in characters.</summary>
    public const int LongestText = MessageSchema.LongestText;

    /// <summary>What unlabelled means.</summary>
    public const string DefaultSensitivity = "moderate";

    private const string Expires = "expires";
    private static readonly TimeSpan LatestExpiry = TimeSpan.FromDays(366);

    public static Label Check(
        FieldChecks checks, string? sensitivity, IReadOnlyList<string>? releaseTo, IReadOnlyList<string>? caveats, DateTimeOffset? expiresAt)
    {
        var given = checks.Codes("caveats", caveats, ChannelCodes.Caveat.All, ChannelCodes.Caveat.All.Count);
        checks.That(
            !given.Contains(Expires, StringComparer.Ordinal) || expiresAt is not null,
            "expiresAt",
            "Say when the message expires, or leave out the caveat.");
        return new Label(
            checks.OptionalCode("sensitivity", sensitivity, ChannelCodes.Sensitivity.All),
            ReleaseAtoms.Check(checks, releaseTo),
            expiresAt is null || given.Contains(Expires, StringComparer.Ordinal) ? given : [.. given, Expires],
            expiresAt);
    }

    /// <summary>Refuses what does not fit this channel and this moment. Runs once per command, so that a late repeat gets its first answer.</summary>
    public void RequireWithin(ChannelPass pass, DateTimeOffset now)
    {
        var at = (ReleaseTo ?? []).ToList().FindIndex(atom => !ReleaseAtoms.Reaches(pass.Admits, atom));
        if (at >= 0)
        {
            throw new RefusedException(ProblemCode.FieldInvalid, $"releaseTo[{at}]", "Nobody of this audience is in the channel; leave it out.");
        }

        if (ExpiresAt <= now || ExpiresAt > now + LatestExpiry)
        {
            throw new RefusedException(ProblemCode.FieldInvalid, "expiresAt", "Give an instant in the future, at most one year ahead.");
        }
    }
}
