[assembly: InternalsVisibleTo("Tests")]
