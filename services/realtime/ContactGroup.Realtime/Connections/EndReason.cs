namespace ContactGroup.Realtime.Connections;

/// <summary>Reason codes of <c>ended</c>. They say nothing that the person does not know or may not know.</summary>
internal static class EndReason
{
    /// <summary>The session ended: signed out, suspended, or used twice.</summary>
    public const string Session = "session-ended";

    /// <summary>Rights changed: connect again and subscribe to what is left.</summary>
    public const string Rights = "rights-changed";

    /// <summary>The person has too many connections.</summary>
    public const string TooMany = "too-many-connections";

    /// <summary>Streams cannot be read at the moment: connect again later.</summary>
    public const string Unavailable = "unavailable";
}
