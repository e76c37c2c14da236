using ContactGroup.Load;
using ContactGroup.Load.Barriers;
using ContactGroup.Load.Deadlines;
using ContactGroup.Load.FanOut;
using ContactGroup.Load.Faults;
using ContactGroup.Load.Months;
using ContactGroup.Load.Restoring;
using ContactGroup.Load.Storms;
using ContactGroup.Load.Timing;

// Everything here talks to servers on this machine only.
return args switch
{
    ["latency", .. var rest] => await LatencyCommand.RunAsync(rest),
    ["kill-import", .. var rest] => await KillImportCommand.RunAsync(rest),
    ["recall", .. var rest] => await RecallCommand.RunAsync(rest),
    ["posture", .. var rest] => await PostureCommand.RunAsync(rest),
    ["removals", .. var rest] => await RemovalsCommand.RunAsync(rest),
    ["faults", .. var rest] => await FaultCommand.RunAsync(rest),
    ["rolling", .. var rest] => await RollingCommand.RunAsync(rest),
    ["restore", .. var rest] => await RestoreCommand.RunAsync(rest),
    ["fan-out", .. var rest] => await FanOutCommand.RunAsync(rest),
    ["storm", .. var rest] => await StormCommand.RunAsync(rest),
    ["slow", .. var rest] => await SlowCommand.RunAsync(rest),
    ["timing", .. var rest] => await TimingCommand.RunAsync(rest),
    ["idle", .. var rest] => await IdleCommand.RunAsync(rest),
    ["month", .. var rest] => await MonthCommand.RunAsync(rest),
    ["month-files", .. var rest] => await MonthCommand.WriteAsync(rest),
    ["deadlines", .. var rest] => await DeadlinesCommand.RunAsync(rest),
    ["bare-hub", .. var rest] => await BareHub.ServeAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(LatencyCommand.Usage);
    Console.Error.WriteLine(KillImportCommand.Usage);
    Console.Error.WriteLine(RecallCommand.Usage);
    Console.Error.WriteLine(PostureCommand.Usage);
    Console.Error.WriteLine(RemovalsCommand.Usage);
    Console.Error.WriteLine(FaultCommand.Usage);
    Console.Error.WriteLine(RollingCommand.Usage);
    Console.Error.WriteLine(RestoreCommand.Usage);
    Console.Error.WriteLine(FanOutCommand.Usage);
    Console.Error.WriteLine(StormCommand.Usage);
    Console.Error.WriteLine(SlowCommand.Usage);
    Console.Error.WriteLine(IdleCommand.Usage);
    Console.Error.WriteLine(TimingCommand.Usage);
    Console.Error.WriteLine(MonthCommand.Usage);
    Console.Error.WriteLine(DeadlinesCommand.Usage);
    return 2;
}
