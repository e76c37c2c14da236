using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Channels.Domain;

/// <summary>Why somebody who knows a channel may still not write in it.</summary>
internal static class PostingRules
{
    public static void Require(ChannelPass pass)
    {
        if (pass.ClosedByPosture)
        {
            throw new RefusedException(ProblemCode.ChannelClosed);
        }

        if (pass.TakesNotificationsOnly)
        {
            throw new RefusedException(ProblemCode.NotificationsOnly);
        }

        if (!pass.MayPost)
        {
            throw new RefusedException(ProblemCode.RoleNotAllowed);
        }

        if (!pass.TermsAccepted)
        {
            throw new RefusedException(ProblemCode.TermsNotAccepted);
        }
    }
}
