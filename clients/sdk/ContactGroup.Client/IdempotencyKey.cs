using System.Security.Cryptography;

namespace ContactGroup.Client;

/// <summary>
/// Names one command, so that the server carries it out once however often it arrives: 8 to 128 characters of <c>A-Z a-z 0-9 . _ : -</c>.
/// <c>default</c> names nothing and is refused by every call.
/// </summary>
public readonly record struct IdempotencyKey
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    private readonly string? value;

    private IdempotencyKey(string value) => this.value = value;

    /// <summary>A random key of 130 bits.</summary>
    public static IdempotencyKey New() => new(RandomNumberGenerator.GetString(Alphabet, 26));

    /// <summary>A key that the caller derived, e.g. from a record that it imports.</summary>
    /// <exception cref="FormatException">Too short, too long, or a character that is not allowed.</exception>
    public static IdempotencyKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is >= 8 and <= 128 && text.All(IsAllowed)
            ? new IdempotencyKey(text)
            : throw new FormatException("An idempotency key is 8 to 128 characters of A-Z a-z 0-9 . _ : -");
    }

    /// <summary>The key as sent.</summary>
    public override string ToString() => value ?? throw new InvalidOperationException("An idempotency key comes from New() or Parse().");

    private static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or ':' or '-';
}
