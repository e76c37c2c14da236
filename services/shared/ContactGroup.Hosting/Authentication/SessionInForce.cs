using ContactGroup.Hosting.Web;

namespace ContactGroup.Hosting.Authentication;

/// <summary>
/// The session of a request whose answer takes long. Bound as a parameter of an endpoint. INVARIANT: a sign-out ends also what was begun before it: who writes on asks
/// again before every part.
/// </summary>
public sealed class SessionInForce
{
    private readonly ReadTicket ticket;
    private readonly SessionEnds ends;

    private SessionInForce(ReadTicket ticket, SessionEnds ends)
    {
        this.ticket = ticket;
        this.ends = ends;
    }

    /// <summary>Demands that the session goes on.</summary>
    /// <exception cref="RefusedException">It is over. Once an answer has begun, the edge then breaks the connection, so that what came is known to be a part.</exception>
    public void Require()
    {
        if (ends.IsOver(ticket))
        {
            throw new RefusedException(ProblemCode.NotSignedIn);
        }
    }

    /// <summary>Reads the session from the request; null when nobody is signed in, or not by a session of ours.</summary>
    public static ValueTask<SessionInForce?> BindAsync(HttpContext context) => ValueTask.FromResult(
        ParticipantClaims.Read(context.User) is { } ticket && context.RequestServices.GetService<SessionEnds>() is { } ends ? new SessionInForce(ticket, ends) : null);
}
