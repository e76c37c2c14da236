using System.Text.Json;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Movements;
using ContactGroup.Contracts.Release;
using ContactGroup.Release.Data;
using ContactGroup.Release.Features;

namespace ContactGroup.Release.Domain;

/// <summary>Answers the write services, before they store a draft, whether it is marked and whether its audience is what its author was shown.</summary>
internal sealed class DraftGate(ReleaseStore store, Forecasts forecasts, Fingerprints fingerprints) : IDraftGate
{
    public async ValueTask<DraftVerdict> CheckAsync(string person, ItemVersioned draft, string? fingerprint, CancellationToken cancellationToken)
    {
        var marked = Quarantine.MarkedFields(draft);
        return marked.Count > 0 || (fingerprint is null && draft.Recipients.Count == 0 && !IsAdvice(draft))
            ? new DraftVerdict(marked, Wider: null)
            : await store.Store.ReadAsync(connection => CheckAsync(connection, person, draft, fingerprint), cancellationToken);
    }

    private async Task<DraftVerdict> CheckAsync(System.Data.Common.DbConnection connection, string person, ItemVersioned draft, string? fingerprint)
    {
        var channel = await ChannelRows.FindAsync(connection, draft.Channel);
        var outcomes = channel is null ? [] : await forecasts.OfAsync(new Rooms(connection), channel, draft);
        return new DraftVerdict([], fingerprint is null ? null : Wider(person, draft, fingerprint, outcomes))
        {
            Waiting = Addressed(draft, channel) is { Count: > 0 } addressed ? await WaitingAsync(connection, draft, addressed, outcomes) : [],
        };
    }

    // An advisory of another side names nobody and is for the whole humanitarian side, present or not.
    private static IReadOnlyList<string> Addressed(ItemVersioned draft, ChannelState? channel) => !IsAdvice(draft) ? draft.Recipients
        : channel is null ? []
        : [.. HumanitarianSide.In(channel).Select(audience => $"audience:{audience}")];

    private static bool IsAdvice(ItemVersioned draft) =>
        string.Equals(draft.Kind, AdvisorySchema.Schema.Kind, StringComparison.Ordinal) && Rulings.OriginOf(draft).Audience.Side != Side.Humanitarian;

    // Who is named and not there gets nothing, which its author has to know as well; and so it is with what a coordinator took back there, or left something out of.
    private static async Task<IReadOnlyList<string>> WaitingAsync(
        System.Data.Common.DbConnection connection, ItemVersioned draft, IReadOnlyList<string> addressed, IReadOnlyList<AudienceOutcome> outcomes)
    {
        var recalls = await RecallRows.OfItemAsync(connection, draft.Item);
        var releases = await ReleaseRows.OfItemAsync(connection, draft.Item);
        var unconfirmed = await UnconfirmedRows.OfItemAsync(connection, draft.Item);
        var atOnce = outcomes
            .Where(outcome => outcome.Disclosure is { IsVisible: true, Gate: Gate.Automatic })
            .Select(outcome => outcome.Audience)
            .Where(audience => !recalls.ContainsKey(Targets.Of(audience))
                && !unconfirmed.Contains(audience.ToString())
                && releases.GetValueOrDefault(audience.ToString())?.Edits is null)
            .Select(audience => $"audience:{audience}")
            .ToHashSet(StringComparer.Ordinal);
        return [.. addressed.Where(named => !atOnce.Contains(named)).Select(named => named["audience:".Length..])];
    }

    private WiderAudience? Wider(string person, ItemVersioned draft, string fingerprint, IReadOnlyList<AudienceOutcome> outcomes)
    {
        var isWider = !fingerprints.IsUsable(fingerprint, person, draft.Channel, forecasts.Policy)
            || fingerprints.Wider(fingerprint, person, draft.Channel, forecasts.Policy, outcomes).Count > 0;
        return isWider
            ? new WiderAudience(
                [.. AudiencePreviews.Of(draft, outcomes).Select(view => JsonSerializer.SerializeToNode(view with { View = null }, ViewJson.Options)!)],
                fingerprints.Seal(person, draft.Channel, forecasts.Policy, outcomes))
            : null;
    }
}
