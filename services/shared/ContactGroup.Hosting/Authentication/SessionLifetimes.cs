using System.ComponentModel.DataAnnotations;

namespace ContactGroup.Hosting.Authentication;

/// <summary>How long tickets and sessions last. Section <c>Hosting:Sessions</c>.</summary>
public sealed class SessionLifetimes
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Hosting:Sessions";

    private const int MostSessionDays = 90;

    /// <summary>Life of an access token.</summary>
    /// <value>Minutes, 1 to 60. Default 15.</value>
    [Range(1, 60)]
    public int AccessTokenMinutes { get; set; } = 15;

    /// <summary>How long a cookie lasts without use.</summary>
    /// <value>Hours, 1 to 72. Default 12.</value>
    [Range(1, 72)]
    public int CookieIdleHours { get; set; } = 12;

    /// <summary>How long a session lasts from sign-in, however much it is used.</summary>
    /// <value>Days, 1 to 90. Default 14.</value>
    [Range(1, MostSessionDays)]
    public int SessionDays { get; set; } = 14;

    internal TimeSpan AccessToken => TimeSpan.FromMinutes(AccessTokenMinutes);

    internal TimeSpan CookieIdle => TimeSpan.FromHours(CookieIdleHours);

    /// <summary>The longest that any configuration lets a session last.</summary>
    public static TimeSpan Longest => TimeSpan.FromDays(MostSessionDays);

    /// <summary>How long a session lasts from sign-in.</summary>
    public TimeSpan Session => TimeSpan.FromDays(SessionDays);
}
