using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ContactGroup.Contracts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Positions in a stream as clients keep them: sealed, of one length, bound to person, stream and epoch. One that was changed, belongs to somebody else
/// or to another stream is garbage, and garbage looks the same whatever it was.
/// </summary>
internal sealed class Cursors(IDataProtectionProvider keys)
{
    private const int PayloadLength = (Ids.Length * 2) + (sizeof(long) * 2);
    private const int LongestText = 512;

    private readonly IDataProtector protector = keys.CreateProtector("ContactGroup.Release.Cursor.v1");

    public string Seal(string person, string stream, long epoch, long seq)
    {
        var payload = new byte[PayloadLength];
        Encoding.ASCII.GetBytes(stream, payload);
        Encoding.ASCII.GetBytes(person, payload.AsSpan(Ids.Length));
        BinaryPrimitives.WriteInt64BigEndian(payload.AsSpan(Ids.Length * 2), epoch);
        BinaryPrimitives.WriteInt64BigEndian(payload.AsSpan((Ids.Length * 2) + sizeof(long)), seq);
        return WebEncoders.Base64UrlEncode(protector.Protect(payload));
    }

    /// <summary>The sequence the cursor stands at, or null when it is not this person's cursor of this stream and epoch.</summary>
    public long? Open(string cursor, string person, string stream, long epoch)
    {
        if (cursor.Length > LongestText || Unseal(cursor) is not { Length: PayloadLength } payload)
        {
            return null;
        }

        var bound = Encoding.ASCII.GetBytes(stream + person);
        var matches = CryptographicOperations.FixedTimeEquals(payload.AsSpan(0, Ids.Length * 2), bound)
            && BinaryPrimitives.ReadInt64BigEndian(payload.AsSpan(Ids.Length * 2)) == epoch;
        return matches ? BinaryPrimitives.ReadInt64BigEndian(payload.AsSpan((Ids.Length * 2) + sizeof(long))) : null;
    }

    private byte[]? Unseal(string cursor)
    {
        try
        {
            return protector.Unprotect(WebEncoders.Base64UrlDecode(cursor));
        }
        catch (Exception garbage) when (garbage is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
