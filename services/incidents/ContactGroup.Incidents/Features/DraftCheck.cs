using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Incidents.Domain;

namespace ContactGroup.Incidents.Features;

/// <summary>Asks release about the version that an amendment would make.</summary>
/// <param name="Gate">Release.</param>
/// <param name="Shown">The audience that the person was shown.</param>
/// <param name="Clock">The time of the draft.</param>
internal sealed record DraftCheck(IDraftGate Gate, AudienceFingerprint Shown, TimeProvider Clock)
{
    /// <summary>The verdict; null when the amendment does not fit the report, which the command refuses by itself.</summary>
    public async Task<DraftVerdict?> AskAsync(
        Participant who, Incident present, Func<Incident, DateTimeOffset, Incident> amend, CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        try
        {
            return await Gate.CheckAsync(who.PersonId, amend(present, now).ToFact(now, channelVersion: 0), Shown.Value, cancellationToken);
        }
        catch (ActRefusedException)
        {
            return null;
        }
    }
}
