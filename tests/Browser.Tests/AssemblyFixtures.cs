[assembly: AssemblyFixture(typeof(Browser.Tests.ServedPage))]
