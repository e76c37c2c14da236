using System.ComponentModel.DataAnnotations;

namespace ContactGroup.Identity.Domain;

/// <summary>How often somebody may try to sign in. Section <c>Identity:SignIn</c>.</summary>
internal sealed class SignInLimits
{
    public const string Section = "Identity:SignIn";

    /// <summary>Failures in a row that lock an account name.</summary>
    /// <value>1 to 20. Default: 5.</value>
    [Range(1, 20)]
    public int Failures { get; set; } = 5;

    /// <summary>How long a locked account name stays locked.</summary>
    /// <value>Minutes, 1 to 1,440. Default: 15.</value>
    [Range(1, 1_440)]
    public int LockMinutes { get; set; } = 15;

    /// <summary>Attempts per account name in a minute.</summary>
    /// <value>1 to 1,000. Default: 20.</value>
    [Range(1, 1_000)]
    public int PerAccountPerMinute { get; set; } = 20;

    /// <summary>Attempts per network address in a minute, with those to use a set-up code or an invitation.</summary>
    /// <value>1 to 100,000. Default: 120.</value>
    [Range(1, 100_000)]
    public int PerAddressPerMinute { get; set; } = 120;
}

/// <summary>What this deployment is. Section <c>Identity</c>.</summary>
internal sealed class Deployment
{
    public const string Section = "Identity";

    /// <summary>Whether everything here is an exercise.</summary>
    /// <value>Default: false.</value>
    public bool Exercise { get; set; }
}
