"""The layers beyond campaigns, figures and awards, in the order in which each needs the ones before."""

from dataclasses import replace
from datetime import date

from extractors.article_facts import find_subject, read_article_facts
from extractors.checks import find_checks, lower
from extractors.document import Document
from extractors.facts import Facts
from extractors.knowledge import Knowledge
from extractors.legal_documents import find_legal_documents
from extractors.link import find_links
from extractors.link_targets import Layers
from extractors.organizations import find_organizations
from extractors.part_links import find_groups, part_links
from extractors.people import find_people
from extractors.places import find_places
from extractors.quotations import find_quotations
from extractors.times import find_times


def read_further(
    document: Document, facts: Facts, knowledge: Knowledge, *, published: date | None
) -> Facts:
    """Add bodies, people, places, times, documents, quotations, links, checks and what the whole text is."""
    organizations = find_organizations(
        document, knowledge, names=facts.campaigns, published=published
    )
    people = find_people(
        document,
        organizations=organizations,
        is_place=knowledge.gazetteer.provinces.__contains__,
        is_district=knowledge.gazetteer.districts.__contains__,
        names=(*facts.campaigns, *facts.awards),
    )
    places = find_places(
        document,
        knowledge.gazetteer,
        names=(*organizations, *people, *facts.campaigns, *facts.awards),
    )
    times = find_times(document, digits=facts.digits, published=published)
    documents = find_legal_documents(
        document, times=times, organizations=organizations, names=facts.campaigns
    )
    quotations = find_quotations(document, people=people, names=(*facts.campaigns, *facts.awards))
    groups = find_groups(document, facts.figures)
    checks = find_checks(document, facts.figures, groups)
    wholes = {part: group.whole for group in groups for part in group.parts}
    layers = Layers(
        figures=facts.figures,
        awards=facts.awards,
        campaigns=facts.campaigns,
        organizations=organizations,
        times=times,
        places=places,
        documents=documents,
        people=people,
        quotations=quotations,
    )
    links = find_links(document, layers, subject=find_subject(organizations), wholes=wholes)
    return replace(
        facts,
        figures=lower(facts.figures, checks),
        organizations=organizations,
        people=people,
        places=places,
        times=times,
        documents=documents,
        quotations=quotations,
        links=(*links, *part_links(groups)),
        checks=checks,
        article=read_article_facts(
            document,
            organizations=organizations,
            places=places,
            quotations=quotations,
            figures=facts.figures,
            awards=facts.awards,
            campaigns=facts.campaigns,
        ),
    )
