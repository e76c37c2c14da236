using ContactGroup.Hosting.Storage;

namespace ContactGroup.Hosting.Deadlines;

/// <summary>What a module does when one of its deadlines is due.</summary>
public interface IDeadlineHandler
{
    /// <summary>
    /// Does it, by the scope alone. The deadline is already taken out in the same transaction: both commit, or neither does. May set a new one of the same kind. An
    /// exception undoes it, and it is tried again later.
    /// </summary>
    /// <param name="scope">The transaction; no person is behind it.</param>
    /// <param name="deadline">What is due, now or since long: after an interruption what fell due meanwhile comes late.</param>
    Task FireAsync(WriteScope scope, Deadline deadline);
}
