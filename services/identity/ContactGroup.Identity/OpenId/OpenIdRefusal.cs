namespace ContactGroup.Identity.OpenId;

/// <summary>Why a sign-in through a provider was refused, for the log. The person and the provider are told none of it.</summary>
internal static class OpenIdRefusal
{
    public const string NotPending = "no sign-in is pending in this browser";
    public const string OtherProvider = "pending at another provider";
    public const string TooLate = "took longer than it may";
    public const string WrongState = "wrong state";
    public const string StateUsed = "state used before";
    public const string WrongAnswer = "answer without one code";
    public const string TurnedAway = "turned away at the provider";
    public const string MixedUp = "answer names another issuer";
    public const string CodeRefused = "code refused by the provider";
    public const string NoToken = "no identity token";
    public const string Unreadable = "token unreadable";
    public const string WrongType = "token of another type";
    public const string WrongAlgorithm = "algorithm not taken";
    public const string UnknownKey = "unknown key";
    public const string WrongSignature = "wrong signature";
    public const string WrongIssuer = "wrong issuer";
    public const string WrongAudience = "wrong audience";
    public const string WrongTime = "wrong time";
    public const string WrongNonce = "wrong nonce";
    public const string WrongSubject = "no usable subject";
    public const string WrongHash = "wrong hash of code or access token";
    public const string Discovery = "discovery document not usable";
    public const string Keys = "key set not usable";
    public const string NotBound = "identity is bound to nobody";
    public const string BoundAlready = "identity is bound already";
    public const string Invitation = "invitation cannot be used";
    public const string AccountRefused = "account cannot be made";
    public const string Suspended = "suspended";
}

/// <summary>A sign-in through a provider is refused.</summary>
/// <param name="reason">One of <see cref="OpenIdRefusal"/>.</param>
internal sealed class OpenIdRefusedException(string reason) : Exception(reason)
{
    public string Reason => Message;

    /// <summary>Refuses unless the condition holds.</summary>
    public static void Unless(bool holds, string reason)
    {
        if (!holds)
        {
            throw new OpenIdRefusedException(reason);
        }
    }
}

/// <summary>A provider does not answer, or with nothing that can be used.</summary>
/// <param name="reason">A reason of ours or the name of a type: never what the provider wrote.</param>
internal sealed class ProviderUnavailableException(string reason) : Exception(reason)
{
    public string Reason => Message;
}
