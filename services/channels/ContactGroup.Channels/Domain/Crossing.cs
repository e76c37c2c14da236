using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;

namespace ContactGroup.Channels.Domain;

/// <summary>
/// How a message crosses sides in a channel when its author lets it. Tells people what to expect; release decides each item by policy.
/// </summary>
internal static class Crossing
{
    /// <summary>Everybody in the channel is of one side, or nobody writes messages in it.</summary>
    public const string None = "none";

    /// <summary>A coordinator looks at it first.</summary>
    public const string Review = "review";

    /// <summary>At once.</summary>
    public const string Automatic = "automatic";

    public static string Of(ChannelKind kind, Posture posture) => kind switch
    {
        ChannelKind.Caucus or ChannelKind.Notification => None,
        ChannelKind.Desk or ChannelKind.Notice => Automatic,
        ChannelKind.Plenary when posture is Posture.Cooperation => Automatic,
        _ => Review,
    };
}
