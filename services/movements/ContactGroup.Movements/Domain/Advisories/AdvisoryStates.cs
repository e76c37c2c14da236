using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain.Advisories;

/// <summary>How long an advisory counts: until its time is over or its issuer ends it.</summary>
internal static class AdvisoryStates
{
    public const string InForce = "IN_FORCE";
    public const string Ended = "ENDED";

    /// <summary>The same advisory; refuses one that counts no longer, because who held it has it no longer.</summary>
    /// <exception cref="ActRefusedException">It is over.</exception>
    public static Notification StillInForce(Notification advisory, DateTimeOffset now) =>
        advisory.State == InForce && AdvisoryRules.Until(advisory.Content) > now
            ? advisory
            : throw new ActRefusedException(Problems.Refused(ProblemCode.ItemChanged, "The advisory is over; issue another instead."));
}
