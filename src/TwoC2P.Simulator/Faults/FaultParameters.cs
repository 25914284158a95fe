using System.Collections.Frozen;

namespace TwoC2P.Simulator.Faults;

/// <summary>The parameters of faults by their JSON names, each with how to see that it was given.</summary>
internal static class FaultParameters
{
    public static readonly FrozenDictionary<string, Func<Fault, bool>> Given = new Dictionary<string, Func<Fault, bool>>(
        StringComparer.Ordinal
    )
    {
        ["seconds"] = fault => fault.Seconds != 0,
        ["respCode"] = fault => fault.RespCode is not null,
        ["status"] = fault => fault.Status is not null,
        ["to"] = fault => fault.To is not null,
        ["afterWork"] = fault => fault.AfterWork,
        ["fields"] = fault => fault.Fields is not null,
        ["recipients"] = fault => fault.Recipients is not null,
        ["at"] = fault => fault.At is not null,
        ["when"] = fault => fault.When is not null,
        ["entry"] = fault => fault.Entry is not null,
        ["marks"] = fault => fault.Marks is not null,
        ["work"] = fault => fault.Work is not null,
        ["record"] = fault => fault.Record is not null,
        ["reference"] = fault => fault.Reference is not null,
        ["form"] = fault => fault.Form is not null,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
