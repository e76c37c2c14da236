using ContactGroup.Hosting.Deadlines;
using ContactGroup.Hosting.Storage;

namespace ContactGroup.Access.Data;

/// <summary>Hands what is due to the book.</summary>
internal sealed class FollowUpHandler(NoticeBook book) : IDeadlineHandler
{
    public Task FireAsync(WriteScope scope, Deadline deadline) => book.FireAsync(scope, deadline);
}
