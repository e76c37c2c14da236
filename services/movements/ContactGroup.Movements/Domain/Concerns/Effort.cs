namespace ContactGroup.Movements.Domain.Concerns;

/// <summary>How much is reckoned for one question at most, in comparisons of two lines: areas and routes are drawn by others, as long and as close together as they like.</summary>
internal sealed class Effort(CancellationToken cancellationToken)
{
    // Some seconds of one processor.
    private long left = 2_000_000;

    /// <summary>
    /// Whether that many comparisons may be made; counts them. What is too much is left out by itself: a road that was drawn in five hundred positions does not keep a hospital
    /// from being looked at. INVARIANT: who has no time left gets no answer, and never one that looks whole.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller is gone, or has waited too long.</exception>
    public bool Spend(long comparisons)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (left < comparisons)
        {
            return false;
        }

        left -= comparisons;
        return true;
    }
}
