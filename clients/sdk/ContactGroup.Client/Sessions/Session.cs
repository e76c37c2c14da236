namespace ContactGroup.Client;

/// <summary>A signed-in person's tokens. Whoever holds them is that person: keep them as a password is kept.</summary>
/// <param name="AccessToken">Sent with every call.</param>
/// <param name="ExpiresAt">When the access token ends (UTC, by this machine's clock).</param>
/// <param name="RefreshToken">Gives the next pair, once.</param>
/// <param name="Person">Who it is.</param>
public sealed record Session(string AccessToken, DateTimeOffset ExpiresAt, string RefreshToken, PersonName Person)
{
    /// <summary>Shows no token.</summary>
    public override string ToString() => $"Session of {Person.DisplayName}";
}
