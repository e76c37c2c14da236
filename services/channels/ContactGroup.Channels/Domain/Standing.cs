using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;

namespace ContactGroup.Channels.Domain;

/// <summary>Everything that decides what one member may do in one channel, as stored.</summary>
internal sealed record Standing(
    string Channel,
    string ContactGroup,
    string Name,
    string Kind,
    string Admits,
    long OpenedVersion,
    string Posture,
    long Exercise,
    long TermsVersion,
    long DistanceVersion,
    string Organisation,
    string Constituency,
    string? Force,
    long JoinedVersion,
    long AcceptedTerms,
    long PostureVersion)
{
    /// <summary>
    /// The person's pass; null when the channel is to be as if it did not exist. The membership must say the same about the person as the session
    /// does: while the two differ, one of them is out of date, and nothing is open.
    /// </summary>
    public ChannelPass? PassFor(WhoAsks who)
    {
        var kind = ChannelCodes.Kind.Read(Kind);
        var posture = ChannelCodes.Posture.Read(Posture);
        var admits = Admits.Split(' ');
        var audience = new Audience(who.Constituency, who.Force);
        var closed = audience.Side is Side.Security && kind is ChannelKind.Plenary && posture is Classification.Posture.Distance;
        if (!IsOf(who) || !Admission.Admits(admits, audience) || (closed && !SawItBefore))
        {
            return null;
        }

        return new ChannelPass(
            Channel, ContactGroup, kind, posture, AcceptedTerms == TermsVersion, !closed && MayPost(kind, who.Constituency), Exercise == 1, admits, ToldVersion)
        {
            MayNotify = !closed && MayNotify(kind, audience),
        };
    }

    // The last version at which this channel's state was told.
    private long ToldVersion => Math.Max(OpenedVersion, PostureVersion);

    // Joined and opened before the posture became distance: then the person knows the channel, and a refusal may say why.
    private bool SawItBefore => JoinedVersion < DistanceVersion && OpenedVersion < DistanceVersion;

    private bool IsOf(WhoAsks who) =>
        who.Organisation == Organisation && ConstituencyCode.Of(who.Constituency) == Constituency && who.Force == Force;

    private static bool MayPost(ChannelKind kind, Constituency who) => kind switch
    {
        ChannelKind.Plenary or ChannelKind.Caucus or ChannelKind.Desk => true,
        ChannelKind.Notice => who is Classification.Constituency.Coordination,
        _ => false,
    };

    private static bool MayNotify(ChannelKind kind, Audience who) => kind switch
    {
        ChannelKind.Notification => who.Side is Side.Humanitarian,
        ChannelKind.Desk => who.Constituency is Classification.Constituency.Coordination,
        _ => false,
    };
}
