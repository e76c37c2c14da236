using ContactGroup.Classification;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Hosting.Deadlines;

/// <summary>Who acts where no person does: when a deadline falls due, or another service says what happened.</summary>
public static class Nobody
{
    /// <summary>
    /// The record of versions has <c>system</c> where a person would be. INVARIANT: no id of a person, an organisation or a session looks like it, and it is of no constituency, so that
    /// it reads nothing and nothing is released to it.
    /// </summary>
    public static Participant AsParticipant { get; } = new(
        "system", "system", "system", "system", Constituency.Unknown, Force: null, SessionId: "system", IsAdministrator: false);
}
