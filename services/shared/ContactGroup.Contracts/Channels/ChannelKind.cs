namespace ContactGroup.Contracts.Channels;

/// <summary>What kind of room a channel is. Source: liaison arrangements of UN-CMCoord practice, from shared room to interlocutor.</summary>
public enum ChannelKind
{
    /// <summary>Everyone in the contact group.</summary>
    Plenary = 1,

    /// <summary>One constituency, or constituencies of one side, among themselves. Invisible to others, name and members included.</summary>
    Caucus,

    /// <summary>One force and coordination: the interlocutor's desk.</summary>
    Desk,

    /// <summary>Coordination writes, all read.</summary>
    Notice,

    /// <summary>
    /// Humanitarian organisations notify movements and sites to the forces they name. Everyone in the contact group, in every posture; nobody writes
    /// messages, and who is not named reads nothing.
    /// </summary>
    Notification,
}
