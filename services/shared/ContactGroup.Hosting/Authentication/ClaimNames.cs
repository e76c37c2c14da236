namespace ContactGroup.Hosting.Authentication;

/// <summary>Names of the claims in a ticket. Private to the deployment, so short; never sent to another system.</summary>
public static class ClaimNames
{
    /// <summary>Id of the person.</summary>
    public const string Person = "cg:person";

    /// <summary>The name other participants see.</summary>
    public const string DisplayName = "cg:name";

    /// <summary>Id of the session.</summary>
    public const string Session = "cg:session";

    /// <summary>Id of the organisation.</summary>
    public const string Organisation = "cg:org";

    /// <summary>Name of the organisation.</summary>
    public const string OrganisationName = "cg:org-name";

    /// <summary>Code of the organisation's constituency.</summary>
    public const string Constituency = "cg:constituency";

    /// <summary>The force of a military organisation.</summary>
    public const string Force = "cg:force";

    /// <summary>Present with value <c>1</c> for an administrator of the deployment.</summary>
    public const string Administrator = "cg:admin";

    /// <summary>When the session started: unix microseconds, UTC. Renewal and refresh keep it.</summary>
    public const string Since = "cg:since";
}
