namespace ContactGroup.Hosting.Web;

/// <summary>
/// The audience that a person was shown before they send, from the header <c>Audience-Fingerprint</c>: a preview's fingerprint as it came. Optional; bound
/// as a handler parameter. A header and no part of the command, so that the same idempotency key works when the person confirms a wider audience.
/// </summary>
/// <param name="Value">The fingerprint; null when none was sent, empty when what was sent cannot be one.</param>
public readonly record struct AudienceFingerprint(string? Value)
{
    /// <summary>Name of the header.</summary>
    public const string Header = "Audience-Fingerprint";

    private const int LongestText = 8_192;

    /// <summary>Reads the fingerprint of a request. Called by the framework.</summary>
    public static ValueTask<AudienceFingerprint> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var values = context.Request.Headers[Header];
        return ValueTask.FromResult(new AudienceFingerprint(
            values.Count == 0 ? null : values is [{ Length: <= LongestText } value] ? value : string.Empty));
    }
}
