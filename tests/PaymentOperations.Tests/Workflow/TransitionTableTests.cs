using System.Reflection;
using PaymentOperations.Tests.Support;

namespace PaymentOperations.Tests.Workflow;

public sealed class TransitionTableTests
{
    private static readonly string[] _rows =
    [
        "T1",
        "T2",
        "T3",
        "T3a",
        "T3b",
        "T4",
        "T5",
        "T6",
        "T7",
        "T8",
        "T9",
        "T10",
        "T11",
        "T12",
        "T13",
        "T14",
        "T14b",
        "T14c",
        "T14e",
        "T15a",
        "T15",
        "T16",
        "T17",
        "T18",
        "T19",
        "T20",
    ];

    [Fact]
    public void every_row_of_the_table_has_a_test_over_the_real_ledger()
    {
        var proven = typeof(TransitionTableTests)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttribute<FactAttribute>() is { Skip: null } && method.ReturnType == typeof(Task))
            .SelectMany(method => method.GetCustomAttributes<TransitionRowAttribute>())
            .SelectMany(attribute => attribute.Rows)
            .ToHashSet();

        _rows.Except(proven).ShouldBeEmpty();
        proven.Except(_rows).ShouldBeEmpty();
    }
}
