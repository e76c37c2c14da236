using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain.Sites;

/// <summary>How far the list can be trusted about a site. Only its owner confirms or removes it; who receives a notification decides nothing.</summary>
internal static class SiteStates
{
    public const string First = "NOTIFIED";

    /// <summary>The instant has passed until which it held; its owner is to confirm it. Nobody says this.</summary>
    public const string RevalidationDue = "REVALIDATION_DUE";

    /// <summary>Its owner has not confirmed it for days after. Nobody says this.</summary>
    public const string Stale = "STALE";

    /// <summary>Nothing comes after it.</summary>
    public const string Removed = "REMOVED";

    /// <summary>The site when it is on the list.</summary>
    /// <exception cref="ActRefusedException">It was removed.</exception>
    public static Notification Listed(Notification site) => site.State != Removed
        ? site
        : throw new ActRefusedException(Problems.Refused(ProblemCode.ItemChanged, "The site was removed; notify it again instead."));
}
