using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;

namespace ContactGroup.Release.Domain;

/// <summary>A channel as release knows it.</summary>
internal sealed record ChannelState(
    string Channel, string Group, string Name, ChannelKind Kind, Posture Posture, IReadOnlyList<string> AdmitAtoms, bool Exercise,
    long Version = 0)
{
    /// <summary>Whether members of the audience are in this room.</summary>
    public bool Admits(Audience audience) => Kind switch
    {
        ChannelKind.Plenary => Posture != Posture.Distance || audience.Side != Side.Security,
        ChannelKind.Notice or ChannelKind.Notification => true,
        ChannelKind.Desk => audience.Constituency == Constituency.Coordination || Names(audience),
        ChannelKind.Caucus => Names(audience),
        _ => false,
    };

    private bool Names(Audience audience)
    {
        var code = audience.ToString();
        var side = ConstituencyNames.SideOf(audience.Constituency);
        return AdmitAtoms.Any(atom =>
            string.Equals(atom, code, StringComparison.Ordinal)
            || (side == Side.Humanitarian && string.Equals(atom, "humanitarian", StringComparison.Ordinal)));
    }
}
