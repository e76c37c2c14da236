namespace ContactGroup.Hosting.Storage;

/// <summary>What became of the units of one transaction. INVARIANT: nobody hears of it before the commit: a refusal may rest on what is undone after all.</summary>
internal sealed class Turn
{
    public Dictionary<Work, WriteScope> Done { get; } = [];

    public Dictionary<Work, Exception> Refused { get; } = [];

    public bool Published => Done.Values.Any(scope => scope.Published);

    /// <summary>What those that are done leave to be written before the commit.</summary>
    public LaterRows Later { get; } = new();

    /// <summary>Notes that a unit of work is done.</summary>
    public void Finish(Work work, WriteScope scope)
    {
        Done.Add(work, scope);
        Later.Add(scope.Later);
    }
}
