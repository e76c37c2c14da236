using System.ComponentModel.DataAnnotations;

namespace ContactGroup.Identity.OpenId;

/// <summary>One provider, as its own console calls things. An entry of the list in <see cref="OpenIdOptions"/>.</summary>
internal sealed class ProviderSettings
{
    /// <summary>Name in addresses; the address that the provider sends people back to ends with <c>/api/identity/providers/NAME/callback</c>.</summary>
    /// <value>1 to 32 of a-z 0-9 and hyphen. Default: none; needed.</value>
    [Required]
    [RegularExpression("^[a-z0-9-]{1,32}$", ErrorMessage = "use 1 to 32 of a-z 0-9 and hyphen.", MatchTimeoutInMilliseconds = 1000)]
    public string Name { get; set; } = "";

    /// <summary>What the button on the page of sign-in says.</summary>
    /// <value>1 to 60 characters. Default: the name.</value>
    [StringLength(60, MinimumLength = 1)]
    public string? DisplayName { get; set; }

    /// <summary>The issuer, letter by letter as the provider's discovery document and its tokens have it.</summary>
    /// <value>An https address; http on the loopback only, for tests. Default: none; needed.</value>
    [Required]
    public string Issuer { get; set; } = "";

    /// <summary>Id of the client that the provider gave this deployment.</summary>
    /// <value>1 to 256 characters. Default: none; needed.</value>
    [Required]
    [StringLength(256, MinimumLength = 1)]
    public string ClientId { get; set; } = "";

    /// <summary>Secret of the client. Give it by the environment, not in a file that others read.</summary>
    /// <value>1 to 1,024 characters. Default: none, for a client without a secret.</value>
    [StringLength(1024, MinimumLength = 1)]
    public string? ClientSecret { get; set; }

    /// <summary>
    /// Whether people prove at the provider each time who they are (<c>prompt=login</c>). Without it, whoever sits down at a shared computer after somebody
    /// who signed out here can sign in as them, as long as the provider remembers them.
    /// </summary>
    /// <value>true or false. Default: true.</value>
    public bool AsksAgain { get; set; } = true;

    /// <summary>What is wrong, with the key below the section.</summary>
    public IEnumerable<ValidationResult> Faults(string path)
    {
        var faults = new List<ValidationResult>();
        Validator.TryValidateObject(this, new ValidationContext(this), faults, validateAllProperties: true);
        if (Issuer.Length > 0 && !(WebAddress.IsSecure(Issuer, out var issuer) && issuer.Query.Length == 0))
        {
            faults.Add(new ValidationResult("give an https address without query.", [nameof(Issuer)]));
        }

        return faults.Select(fault => new ValidationResult(fault.ErrorMessage, fault.MemberNames.Select(member => $"{path}:{member}")));
    }
}
