using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace ContactGroup.Release.Domain;

/// <summary>Where the next page of a list begins: sealed and bound to the person, like a cursor.</summary>
internal sealed class PageTokens(IDataProtectionProvider keys)
{
    private const int LongestText = 512;

    private readonly IDataProtector protector = keys.CreateProtector("ContactGroup.Release.Page.v1");

    public string Seal(string person, long time, string item) =>
        WebEncoders.Base64UrlEncode(protector.CreateProtector(person).Protect(
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{time:D19} {item}"))));

    public (long? Time, string? Item) Open(string? token, string person, FieldChecks checks)
    {
        if (token is null)
        {
            return (null, null);
        }

        try
        {
            if (token.Length <= LongestText)
            {
                var text = Encoding.ASCII.GetString(protector.CreateProtector(person).Unprotect(WebEncoders.Base64UrlDecode(token)));
                return (long.Parse(text.AsSpan(0, 19), CultureInfo.InvariantCulture), text[20..]);
            }
        }
        catch (Exception garbage) when (garbage is CryptographicException or FormatException)
        {
            // Falls through: every unusable token gets the one answer below.
        }

        checks.Add("after", "Start again without it; this value cannot be used.");
        return (null, null);
    }
}
