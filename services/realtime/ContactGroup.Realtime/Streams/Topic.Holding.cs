using ContactGroup.Realtime.Connections;

namespace ContactGroup.Realtime.Streams;

internal sealed partial class Topic
{
    private bool holding;
    private bool resuming;

    /// <summary>
    /// How often it was held back, and served again without anybody who was live. INVARIANT: what was read from release before the last time is not handed to
    /// anybody: it may be of older rules, or lack what passed by meanwhile.
    /// </summary>
    private long era;

    /// <summary>How often it was held back; take it before reading.</summary>
    public long Era
    {
        get
        {
            lock (gate)
            {
                return era;
            }
        }
    }

    /// <summary>Whether it is held back.</summary>
    public bool IsHeldBack
    {
        get
        {
            lock (gate)
            {
                return holding;
            }
        }
    }

    /// <summary>Serves nothing from now on. The connections that follow it.</summary>
    public IReadOnlyList<LiveConnection> HoldBack()
    {
        lock (gate)
        {
            if (!holding || resuming)
            {
                era++;
            }

            (holding, resuming) = (true, false);
            held.Clear();
            foreach (var subscription in joining)
            {
                subscription.ForgetMeanwhile();
            }

            return [.. live.Concat(joining).Select(subscription => subscription.Connection)];
        }
    }

    /// <summary>
    /// Serves again once it has read from release what came meanwhile: a frame of before that is still on its way is then one that everybody has, as
    /// release has it now.
    /// </summary>
    public void Resume()
    {
        lock (gate)
        {
            if (!holding)
            {
                return;
            }

            if (head is null)
            {
                holding = false;
                era++; // What was read while frames passed by lacks them.
                return;
            }

            resuming = true;
            if (!filling)
            {
                filling = true;
                _ = Task.Run(FillAsync);
            }
        }
    }
}
