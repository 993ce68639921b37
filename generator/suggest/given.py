"""Given names, by which a capitalised word is known for a person. Knows nothing of any archive."""

from __future__ import annotations

import re

GIVEN = frozenset(
    """
    aaron abby abdul abigail abraham adam aditya adrian agnes ahmed aisha ajay akash akira alan albert alejandro
    aleksandr alessandro alex alexander alexandra alexis alfred ali alice alicia alina alison allan allen alvin amanda
    amber amelia amit amy ana anand anders andre andrea andreas andrei andres andrew andy angela angelo anil anita
    anja ankit ann anna anne annette anthony anton antonio anya arjun arnold arthur arun ashish ashley ashok astrid
    audrey avery axel barbara barry beatrice becky ben benjamin bernard bernie beth betty beverly bharat bill billy
    bob bobby boris brad bradley brandon brenda brent brett brian bridget brittany bruce bruno bryan bryce caitlin
    caleb calvin cameron camille carl carla carlos carmen carol caroline carolyn carrie casey catherine cathy cecilia
    chad charles charlie charlotte chelsea chen cheryl chloe chris christian christina christine christopher cindy
    claire clara claudia clayton cliff clint clive cody cole colin connor corey courtney craig crystal curtis cynthia
    daisuke dale damien damon dan dana daniel daniela danielle danny daphne darrell darren dave david dawn dean deb
    debbie deborah debra deepak denis denise dennis derek devin diana diane diego dieter dimitri dmitri dmitry dominic
    don donald donna dorothy doug douglas drew duncan dustin dwight dylan earl ed eddie edgar edith eduardo edward
    edwin eileen elaine eleanor elena eli elias elijah elisabeth elizabeth ella ellen elliot elliott emil emily emma
    emmanuel enrique eric erica erik erin ernest ernst esther ethan eugene eva evan evelyn ezra fabian fatima felicia
    felix fernando filip fiona frances francesca francesco francis francisco frank franz fred frederick frederik gabe
    gabriel gail gareth garrett gary gavin geoff geoffrey george gerald gerard gerhard gina giovanni giuseppe glen
    glenn gordon grace graham grant greg gregory greta guillaume gustav guy hannah hans harold harriet harry harsh
    harvey hassan heather heidi heinrich helen helena helene henrik henry herbert hiroshi holly howard hugh hugo ian
    ibrahim igor ingrid ira irene iris isaac isabel isabella ismail ivan ivy jack jackie jacob jacqueline jacques jake
    james jamie jan jane janet janice jared jasmine jason jasper javier jay jayden jean jeff jeffrey jen jenna
    jennifer jenny jeremy jerome jerry jesse jessica jesus jill jim jimmy joan joann joanna joanne jodi joe joel joerg
    johan johannes john johnny jon jonas jonathan jordan jorge jose josef joseph josh joshua josie joy joyce juan
    judith judy julia julian juliana julie julien julius jun jurgen justin karen karim karl karla karthik kate
    katherine kathleen kathryn kathy katie katrina kay keith kelly kelsey ken kendall kenji kenneth kenny kent kerry
    kevin khalid kim kimberly kiran klaus kofi konstantin kristen kristin kristina kumar kurt kyle lance larry lars
    latoya laura lauren laurence laurent laurie lawrence leah lee leila lena leo leon leonard leslie lewis li liam
    lilian lily lin linda lindsay lindsey lisa liz lloyd logan lois lorenzo lori lou louis louise luca lucas lucia
    lucy luigi luis lukas luke lydia lynn madeline magnus malcolm mandy manfred manish manoj manu manuel marc marcel
    marcia marco marcos marcus margaret maria mariana marie marilyn mario marion mark marlene marsha marshall marta
    martha martin marvin mary masa mateo mathew mathias matt matteo matthew matthias maureen maurice max maxime maya
    meera megan mehmet mei mel melanie melinda melissa meredith mia michael michel michele michelle miguel mikael mike
    mikhail milan mildred milton mindy ming miranda miriam mitch mitchell mohamed mohammad mohammed mohan moira molly
    monica monique morgan morris muhammad murray nadia nancy naomi natalia natalie natasha nate nathan nathaniel neal
    neil nicholas nick nico nicola nicolas nicole nigel nikhil niklas nikolai nils nina nitin noah noel nora norma
    norman octavia olaf oleg olga oliver olivia omar oscar otto owen pablo paige pam pamela paolo pascal pat patricia
    patrick paul paula pauline pavel pedro peggy penny pete peter petra phil philip philipp philippe phillip phoebe
    pierre piotr prakash pranav preston priya rachel rafael raghu rahul raj rajesh rakesh ralph ramesh ramon randall
    randy raphael rashid ravi ray raymond rebecca reed reggie regina reid rene renee ricardo richard rick ricky rita
    rob robert roberta roberto robin rodney rodrigo roger rohan rohit roland rolf roman ron ronald ronnie rosa
    rosemary ross roxanne roy ruben rudolf rupert russ russell ruth ryan sally sam samantha samir samuel sandeep
    sandra sandy sanjay santiago sara sarah satya scott sean sebastian serena serge sergei sergey sergio seth shane
    shannon sharon shaun shawn sheila shelby shelley shirley shiva sidney silvia simon simone sofia sonia sophia
    sophie srini stacey stacy stan stanley stefan stefano stella stephan stephanie stephen sterling steve steven
    stewart stuart sudhir sunil suresh susan susanne suzanne sven svetlana sydney sylvia takashi tamara tammy tanya
    tara taylor ted teresa terrence terri terry thea theodore theresa thomas tiffany tim timothy tina tobias toby todd
    tom tomas tommy toni tony tracey traci tracy travis trevor tristan troy tyler uma ursula valentina valerie vanessa
    vera vernon veronica vicki vicky victor victoria vijay vikram vincent vinod viola violet virginia vitalik vivek
    vivian vladimir walter wanda warren wayne wei wendy wes wesley wilhelm will william willie wilma winston wolfgang
    xavier xiao yan yang yasmin yolanda yosef yuki yuri yusuf yvonne zach zachary zack zane zhang zoe
    """.split()
)
"""Given names of many places, folded; those that are ordinary words too count where they have a capital."""

# "Thanks, Marek", "Go ahead, Ilse", "Hi Tomo", "Thank you so much, Jelena": somebody is spoken to
CALLED = re.compile(
    r"\b(?:[Tt]hanks|[Tt]hank you|[Hh]i|[Hh]ey|[Hh]ello|[Gg]o ahead|[Oo]ver to)"
    r"(?: (?:so|very) much)?,? ([A-Z][a-zÀ-ÿ'’-]{1,20})\b(?=[,.?!;:]|$| and\b)"
)

# "Vera Holt", "Ingrid de Wit": a given name, and what may be a surname
FULL = re.compile(r"\b([A-Z][a-zÀ-ÿ]+) (?:(?:de|van|von|der|del|al|bin) ){0,2}([A-Z][a-zÀ-ÿ'’-]{2,20})\b")
