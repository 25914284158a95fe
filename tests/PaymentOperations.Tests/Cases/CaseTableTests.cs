using System.Reflection;

namespace PaymentOperations.Tests.Cases;

public sealed class CaseTableTests
{
    [Fact]
    public void every_sequence_that_broke_the_first_edition_is_played()
    {
        var played = typeof(CaseTableTests)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttribute<FactAttribute>() is { Skip: null })
            .SelectMany(method => method.GetCustomAttributes<CaseAttribute>())
            .Select(attribute => attribute.Number)
            .Distinct()
            .Order();

        played.ShouldBe(Enumerable.Range(1, 34));
    }
}
