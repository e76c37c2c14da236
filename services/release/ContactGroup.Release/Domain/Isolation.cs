using System.Data.Common;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Looks at many items in one commit so that one that fails does not stop the rest. INVARIANT: what cannot be decided is shown to nobody but its owner;
/// it is tried again at the next start.
/// </summary>
internal sealed class Isolation(ILogger<Isolation> log)
{
    /// <summary>Runs the work on one item; when it fails, undoes it and sets the item aside. False then.</summary>
    public async Task<bool> TryAsync(WriteScope scope, string item, Func<Task> work)
    {
        try
        {
            await scope.PartAsync(work);
            return true;
        }
        catch (Exception fault) when (fault is not (DbException or StoreUnavailableException))
        {
            await SetAsideRows.AddAsync(scope, item, fault.GetType().Name);
            scope.AfterCommit(() => ReleaseLog.SetAside(log, item, fault.GetType().Name));
            return false;
        }
    }
}
